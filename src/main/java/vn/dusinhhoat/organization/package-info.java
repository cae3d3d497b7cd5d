/** The Party organisations, their bodies, people and posts: the one source of "who, where, to whom". */
@org.springframework.modulith.ApplicationModule(displayName = "Organization")
package vn.dusinhhoat.organization;
