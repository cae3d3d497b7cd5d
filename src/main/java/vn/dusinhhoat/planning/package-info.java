/** Annual plans: members write, the board consolidates, hosts coordinate, Thường trực gives one opinion (III.1a, ruling A5). */
@org.springframework.modulith.ApplicationModule(displayName = "Planning")
package vn.dusinhhoat.planning;
