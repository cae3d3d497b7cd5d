/** Who may come in and what they may touch: front door, users, groups, rights. */
@org.springframework.modulith.ApplicationModule(displayName = "Access")
package vn.dusinhhoat.access;
