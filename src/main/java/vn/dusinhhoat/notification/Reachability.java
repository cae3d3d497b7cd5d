package vn.dusinhhoat.notification;

/** Who gets mails at all; asked when a notice is written, and once more when its turn comes. */
public final class Reachability {

    /** Condition on the person {@code p} on the day {@code :today}: has an address, is still there, owes something. */
    public static final String OF_PERSON = """
            p.email <> '' and (p.ended_on is null or p.ended_on >= :today)
              and not exists (select 1 from person_exemption x where x.person_id = p.id
                              and x.valid_from <= :today and (x.valid_to is null or x.valid_to >= :today))
            """;

    private Reachability() {
    }
}
