package vn.dusinhhoat.organization;

/**
 * Units, bodies, people or posts were changed. Published inside the transaction of the change, so that whoever follows
 * the organisation succeeds or fails together with it.
 *
 * @param revision number of the change, counted up by one each time
 */
public record OrganizationChanged(long revision) {
}
