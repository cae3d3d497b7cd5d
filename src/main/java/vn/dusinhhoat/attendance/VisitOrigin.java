package vn.dusinhhoat.attendance;

/** How a visit came about: planned or assigned, or outside the plan (situation C11). */
public enum VisitOrigin { PLANNED, EXTRA }
