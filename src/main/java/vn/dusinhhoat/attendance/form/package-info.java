/** The report form: its stored definition, the answers typed into it, and what is wrong with them. */
package vn.dusinhhoat.attendance.form;
