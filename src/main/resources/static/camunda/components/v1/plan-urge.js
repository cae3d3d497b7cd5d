// Staff see whose plan is late and say that they have urged.
import { get } from './api.js';
import { announce, element, facts } from './dom.js';
import { limitText } from './moments.js';
import { askedButton, claimButton, mountPlanTask } from './plan-task.js';

export function mount(mountPoint, camForm) {
  return mountPlanTask(mountPoint, camForm, (task) => get(`/plans/${task.plan}`), (plan, completion) => {
    const urge = () => completion.perform(async () => {
      await completion.complete();
      announce(`Đã ghi nhận đôn đốc đồng chí ${plan.member}.`);
    }, 'Chưa ghi nhận được: kiểm tra mạng rồi bấm lại.');
    mountPoint.replaceChildren(facts([['Chưa gửi kế hoạch', `Đồng chí ${plan.member}${plan.post ? ` (${plan.post})` : ''}`], ['Cấp ủy', plan.unit],
      ['Năm', String(plan.year)], ['Hạn gửi', limitText(plan.limitAt)]]),
    element('p', { class: 'dsh-hint' }, 'Liên hệ với đồng chí đó rồi bấm Đôn đốc để ghi nhận. Chưa ai đôn đốc thì việc chậm gửi được đưa lên Thường trực cấp ủy.'),
    completion.error, element('div', { class: 'dsh-actions' }, plan.mine
      ? askedButton({ text: 'Đôn đốc', question: `Đồng chí ${plan.member} nhận thông báo quá hạn gửi, kế hoạch ghi rõ đã được đôn đốc lúc này.`,
        answers: [['Ghi nhận đã đôn đốc', urge]] }) : claimButton()));
  });
}
