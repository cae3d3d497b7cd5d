package vn.dusinhhoat.organization.workbook;

import java.util.SortedMap;

/**
 * A line of a sheet as the file has it.
 *
 * @param line   counted from 1
 * @param hidden whether people do not see it
 * @param cells  those that hold something, by the position of their column counted from 0
 */
public record RawRow(int line, boolean hidden, SortedMap<Integer, RawCell> cells) {
}
