/** More time by a document for reports of listed communes: from the form to the decision (situation C10). */
package vn.dusinhhoat.attendance.extension;
