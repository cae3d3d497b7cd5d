package vn.dusinhhoat.planning;

/** What Thường trực says of the level's plan as a whole (ruling A5): thống nhất, or đề nghị điều chỉnh. */
public enum OpinionDecision {

    AGREED, TO_ADJUST
}
