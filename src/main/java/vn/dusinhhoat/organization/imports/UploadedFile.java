package vn.dusinhhoat.organization.imports;

import vn.dusinhhoat.platform.FileName;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * A file as it was sent.
 *
 * @param name    shown to people only; never part of a path
 * @param content at most 20 MB
 */
public record UploadedFile(String name, byte[] content) {

    private static final int LARGEST = 20 << 20;
    private static final int LONGEST_NAME = 255;
    private static final String NAMELESS = "to-chuc";

    /**
     * Takes only the last part of a path and only what can be shown.
     *
     * @throws RuleViolation when the file is empty or too large
     */
    public UploadedFile {
        name = FileName.of(name, NAMELESS, LONGEST_NAME);
        if (content.length == 0) {
            throw new RuleViolation("Tệp rỗng: chọn lại tệp Excel (.xlsx) đã điền theo mẫu.");
        }
        if (content.length > LARGEST) {
            throw new RuleViolation("Tệp lớn hơn 20 MB: tách thành nhiều tệp và cập nhật lần lượt.");
        }
    }
}
