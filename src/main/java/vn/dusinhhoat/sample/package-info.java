/** The sample province of a first start: real units of Nghệ An, made-up cells and people, marked as sample. */
@org.springframework.modulith.ApplicationModule(displayName = "Sample province")
package vn.dusinhhoat.sample;
