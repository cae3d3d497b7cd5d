// The six answers of the report (version 1 of the form).

export const KINDS_OF_MEETING = { REGULAR: 'Thường kỳ', THEMATIC: 'Chuyên đề', COMBINED: 'Thường kỳ kết hợp chuyên đề' };
export const CELL_SCORES = { NONE: 'Chưa có', GOOD: 'Tốt', FAIR: 'Khá', AVERAGE: 'Trung bình', POOR: 'Kém' };
export const YES_NO = { YES: 'Có', NO: 'Không' };

export const FIELDS = [
  { name: 'meetingKind', label: 'Loại buổi sinh hoạt', choices: KINDS_OF_MEETING },
  { name: 'startedAt', label: 'Giờ bắt đầu', type: 'time', half: true },
  { name: 'endedAt', label: 'Giờ kết thúc', type: 'time', half: true },
  { name: 'present', label: 'Số đảng viên có mặt', type: 'number', half: true },
  { name: 'required', label: 'Số phải dự', hint: 'Không tính đảng viên được miễn', type: 'number', half: true },
  { name: 'ownScore', label: 'Chi bộ tự chấm buổi sinh hoạt', choices: CELL_SCORES },
  { name: 'recommendations', label: 'Chi bộ có kiến nghị, đề xuất', choices: YES_NO },
  { name: 'summary', label: 'Tóm tắt buổi sinh hoạt', hint: 'Ít nhất một câu; ghi cả kiến nghị, đề xuất nếu có', type: 'text' },
];

/** An answer as it is read, not typed. */
export function shown(field, value) {
  return field.choices ? field.choices[value] : value;
}
