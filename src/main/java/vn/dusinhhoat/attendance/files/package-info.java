/** Files that go with a report: what they may be, who keeps them, and how they are stored. */
package vn.dusinhhoat.attendance.files;
