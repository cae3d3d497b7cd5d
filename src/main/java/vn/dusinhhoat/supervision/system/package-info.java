/** The system itself: what stands still, numbers for alerts, and the nightly comparison of limits and timers. */
package vn.dusinhhoat.supervision.system;
