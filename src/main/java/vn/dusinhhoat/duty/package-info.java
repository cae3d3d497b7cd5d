/** Who owes what, read from the decision table {@code duty.dmn} (ruling A1). */
@org.springframework.modulith.ApplicationModule(displayName = "Duty")
package vn.dusinhhoat.duty;
