package vn.dusinhhoat.supervision;

/** What staff may do about something late. */
public enum BoardAction {
    /** "Đôn đốc". */
    URGE,
    /** "Gia hạn". */
    EXTEND,
    /** "Chuyển đồng chí khác". */
    HAND_OVER,
    /** "Ghi nhận có lý do". */
    EXCUSE
}
