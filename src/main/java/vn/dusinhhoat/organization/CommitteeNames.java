package vn.dusinhhoat.organization;

import java.util.List;

/** Usual names of the bodies of a Party organisation; an installation may name them otherwise. */
public final class CommitteeNames {

    /** Bodies that every organisation above the cell has. */
    public static final List<BodyKind> OF_EVERY_UNIT = List.of(BodyKind.THUONG_TRUC, BodyKind.BAN_THUONG_VU,
            BodyKind.EXECUTIVE_COMMITTEE, BodyKind.ORGANISATION_BOARD, BodyKind.OFFICE, BodyKind.HOST_COMMITTEE);

    private CommitteeNames() {
    }

    /**
     * The usual name, for instance "Thường trực Đảng ủy xã Kim Liên".
     *
     * @param twoLevels without districts the commune's organisation board is the Ban Xây dựng Đảng (ruling A11)
     */
    public static String of(BodyKind body, UnitKind unit, String unitName, boolean twoLevels) {
        return switch (body) {
            case CELL_COMMITTEE -> "Chi ủy " + unit.inText(unitName);
            case HOST_COMMITTEE -> unit.committee(unitName) + " (đầu mối tiếp đoàn)";
            case ORGANISATION_BOARD -> (twoLevels && unit.level() == UnitLevel.COMMUNE ? "Ban Xây dựng Đảng " : "Ban Tổ chức ")
                    + unit.committee(unitName);
            case EXECUTIVE_COMMITTEE -> "Ban Chấp hành Đảng bộ " + unit.inText(unitName);
            default -> body.label() + " " + unit.committee(unitName);
        };
    }

    /** Id of the group that carries the body's tasks. */
    public static String groupId(BodyKind body, String unitCode) {
        return body.idPart() + "-" + unitCode;
    }
}
