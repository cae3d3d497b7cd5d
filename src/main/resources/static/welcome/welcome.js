// Shows who can log in while the sample province is loaded.
const answer = await fetch('/welcome/sample');
const sample = answer.ok ? await answer.json() : { logins: [] };

if (sample.logins.length > 0) {
  const rows = sample.logins.map(({ userId, role, start }) => {
    const row = document.createElement('tr');
    const link = document.createElement('a');
    link.href = start;
    link.textContent = 'Mở';
    link.setAttribute('aria-label', `Mở với tài khoản ${userId}`);
    for (const content of [userId, role, link]) {
      const cell = document.createElement('td');
      cell.append(content);
      row.append(cell);
    }
    return row;
  });
  document.querySelector('#sample tbody').append(...rows);
  document.querySelector('#password').textContent = sample.password
    ? `Mật khẩu của mọi tài khoản mẫu: ${sample.password}` : 'Mật khẩu do người cài đặt cấp.';
  document.querySelector('#sample').hidden = false;
}
