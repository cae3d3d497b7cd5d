package vn.dusinhhoat.template;

/**
 * A cell of the area that a plan is for.
 *
 * @param key     tells it from others of the same name
 * @param name    "Chi bộ xóm 2"
 * @param host    the committee it belongs to: "Đảng ủy xã Kim Liên"
 * @param special whether its area is special or complex (II.1); never shown to hosts
 */
public record PlannedCell(String key, String name, String host, boolean special) {
}
