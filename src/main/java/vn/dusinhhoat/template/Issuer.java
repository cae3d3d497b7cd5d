package vn.dusinhhoat.template;

/**
 * The Party organisation whose document it is; names as the organisation had them on the document's day.
 *
 * @param level     decides which words are used, see {@link DocumentFrames}
 * @param committee its committee: "Tỉnh ủy Nghệ An", "Đảng ủy xã Kim Liên"
 * @param superior  committee of the organisation above: "Tỉnh ủy Nghệ An"; empty for the province
 * @param place     where it sits, without the kind of unit: "Nghệ An", "Kim Liên"
 */
public record Issuer(Level level, String committee, String superior, String place) {

    /** Level of a Party organisation that issues documents. */
    public enum Level { PROVINCE, DISTRICT, COMMUNE }
}
