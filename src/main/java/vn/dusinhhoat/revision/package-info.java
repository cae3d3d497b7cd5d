/** Models in the engine: which version runs, where it comes from, who may replace it (ADR 0003). */
@org.springframework.modulith.ApplicationModule(displayName = "Revision")
package vn.dusinhhoat.revision;
