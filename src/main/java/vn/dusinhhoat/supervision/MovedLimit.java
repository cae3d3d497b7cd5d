package vn.dusinhhoat.supervision;

import java.time.LocalDate;

/**
 * A limit that moves.
 *
 * @param explanation sentence of the new limit
 * @param effect      a stable code
 * @param effectLabel what the new limit does, in Vietnamese
 */
public record MovedLimit(LocalDate from, LocalDate to, String explanation, String effect, String effectLabel) {
}
