package vn.dusinhhoat.template;

import java.util.List;

/**
 * Whom a document goes to, without dashes and commas: the document sets them.
 *
 * @param to      in order: "Thường trực Tỉnh ủy (để b/c)"
 * @param archive who keeps it, always last: "Lưu Văn phòng Tỉnh ủy"
 */
public record Recipients(List<String> to, String archive) {

    public Recipients {
        to = List.copyOf(to);
    }
}
