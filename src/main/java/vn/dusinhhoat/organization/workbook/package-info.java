/** Workbooks as streams: reading what people filled in, writing what they work through. */
@org.springframework.modulith.NamedInterface("workbook")
package vn.dusinhhoat.organization.workbook;
