// Months as people turn them: "2026-12" to and fro.

export function turned(month, by) {
  const [year, number] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String(months % 12 + 1).padStart(2, '0')}`;
}

export function monthTitle(month) {
  const [year, number] = month.split('-');
  return `Tháng ${number}/${year}`;
}
