/**
 * The ground the contexts stand on: database, process engine configuration, front door, start-up.
 * It knows nothing of the plan; the contexts use the few types of this package and none of its sub-packages.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Platform")
package vn.dusinhhoat.platform;
