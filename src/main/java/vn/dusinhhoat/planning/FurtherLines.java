package vn.dusinhhoat.planning;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;

/** A member plans more visits in a period than the one that is owed (II.1a "ít nhất", ruling A2). */
@Service
public class FurtherLines {

    private static final int MOST_IN_PERIOD = 5;

    private final Plans plans;
    private final MemberPlans writing;

    FurtherLines(Plans plans, MemberPlans writing) {
        this.plans = plans;
        this.writing = writing;
    }

    /**
     * Adds a visit in the period of the line; cell and date are chosen afterwards.
     *
     * @throws NotFound      for everybody but the plan's member, or when the line is none of the plan
     * @throws StalePlan     when another device has saved meanwhile
     * @throws RuleViolation when the plan is with the board or its hosts, or the period has five visits already
     */
    @Transactional
    public PlanView add(Long planId, long version, Long lineId) {
        Plans.Line line = open(planId, version, lineId);
        long there = plans.linesOf(planId).stream().filter(each -> each.period().equals(line.period())).count();
        if (there >= MOST_IN_PERIOD) {
            throw new RuleViolation("Kế hoạch " + line.period().label() + " đã có %02d cuộc sinh hoạt: không thêm được nữa.".formatted(MOST_IN_PERIOD));
        }
        plans.addFurther(planId, line.period());
        return writing.view(plans.plan(planId));
    }

    /**
     * Takes a visit out again that was added. What is in force already is taken back by an amendment instead.
     *
     * @throws NotFound      for everybody but the plan's member, or when the line is none of the plan
     * @throws StalePlan     when another device has saved meanwhile
     * @throws RuleViolation when the plan is with the board or its hosts, or the visit is the one that is owed
     */
    @Transactional
    public PlanView remove(Long planId, long version, Long lineId) {
        Plans.Line line = open(planId, version, lineId);
        if (!line.further() || line.replacesId() != null) {
            throw new RuleViolation("Lượt dự " + line.period().label() + " không bỏ khỏi kế hoạch được: chỉ bỏ cuộc sinh hoạt thêm.");
        }
        plans.remove(lineId);
        return writing.view(plans.plan(planId));
    }

    private Plans.Line open(Long planId, long version, Long lineId) {
        Plans.Plan plan = writing.locked(planId);
        if (plan.state() == PlanState.TO_REVISE) {
            throw new RuleViolation("Nơi có chi bộ đã cho ý kiến: bước này chỉ hoàn thiện các dòng có ngày khác. Cần thêm, bớt cuộc sinh hoạt thì"
                    + " điều chỉnh kế hoạch sau khi được thống nhất.");
        }
        Plans.Line line = plans.linesOf(planId).stream().filter(each -> each.id().equals(lineId)).findFirst()
                .orElseThrow(() -> new NotFound("Không có dòng này trong kế hoạch: tải lại trang."));
        writing.requireNew(planId, version);
        return line;
    }
}
