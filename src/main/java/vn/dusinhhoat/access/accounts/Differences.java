package vn.dusinhhoat.access.accounts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.access.accounts.IdentityReader.KnownAccount;
import vn.dusinhhoat.access.accounts.IdentityState.Profile;
import vn.dusinhhoat.organization.OrganizationFacts.Membership;
import vn.dusinhhoat.organization.OrganizationFacts.Sight;

/**
 * What must change so that the engine follows the organisation. Only people's users, the organisation's groups and
 * tenants are looked at: administrators, supervisors and users made by hand are none of its business.
 *
 * @param refused      login names that are no person's to have: of a user made by hand, of somebody else once, or ill-formed
 * @param endedUsers   users of people who have ended
 * @param endedAccounts accounts to be closed; their users may be gone already
 */
record Differences(Set<String> refused, Map<String, Profile> newUsers, Map<String, Profile> changedUsers,
                   Set<String> endedUsers, Set<String> endedAccounts,
                   Map<String, String> newGroups, Map<String, String> renamedGroups,
                   Map<String, String> newTenants, Map<String, String> renamedTenants,
                   Set<Membership> missingMemberships, Set<Membership> surplusMemberships,
                   Set<Sight> missingSights, Set<Sight> surplusSights) {

    /** The pattern that the engine checks too (row S17). */
    private static final Pattern USER_ID = Pattern.compile("(?=.{1,64}$)[a-z0-9]+([.-][a-z0-9]+)*");

    /** Groups of every installation whose members the organisation names. */
    private static final Set<String> FOLLOWING = Set.of(SystemGroup.MEMBERS.id(), SystemGroup.STAFF.id());

    static Differences between(IdentityState wanted, IdentityState actual, Map<String, KnownAccount> accounts) {
        Set<String> refused = wanted.users().entrySet().stream()
                .filter(user -> isRefused(user.getKey(), user.getValue(), actual, accounts)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Predicate<String> ours = userId -> wanted.users().containsKey(userId) && !refused.contains(userId);
        Set<String> ended = accounts.keySet().stream().filter(userId -> !wanted.users().containsKey(userId))
                .collect(Collectors.toSet());
        Predicate<Membership> managed = member -> ours.test(member.userId())
                && (wanted.groups().containsKey(member.groupId()) || FOLLOWING.contains(member.groupId()));
        Predicate<Sight> managedSight = sight -> wanted.tenants().containsKey(sight.unitCode())
                && wanted.groups().containsKey(sight.groupId());
        return new Differences(refused,
                select(wanted.users(), user -> ours.test(user) && !actual.users().containsKey(user)),
                select(wanted.users(), user -> ours.test(user) && actual.users().containsKey(user)
                        && !wanted.users().get(user).showsTheSame(actual.users().get(user))),
                ended.stream().filter(actual.users()::containsKey).collect(Collectors.toCollection(TreeSet::new)),
                ended.stream().filter(user -> !accounts.get(user).ended()).collect(Collectors.toCollection(TreeSet::new)),
                select(wanted.groups(), group -> !actual.groups().containsKey(group)), renamed(wanted.groups(), actual.groups()),
                select(wanted.tenants(), unit -> !actual.tenants().containsKey(unit)), renamed(wanted.tenants(), actual.tenants()),
                minus(wanted.memberships(), actual.memberships(), managed),
                minus(actual.memberships(), wanted.memberships(), managed),
                minus(wanted.sights(), actual.sights(), sight -> true),
                minus(actual.sights(), wanted.sights(), managedSight));
    }

    private static boolean isRefused(String userId, Profile person, IdentityState actual, Map<String, KnownAccount> accounts) {
        KnownAccount account = accounts.get(userId);
        boolean madeByHand = actual.users().containsKey(userId) && (account == null || account.ended());
        boolean ofSomebodyElse = account != null && !account.personId().equals(person.personId());
        return madeByHand || ofSomebodyElse || !USER_ID.matcher(userId).matches();
    }

    private static <V> Map<String, V> select(Map<String, V> all, Predicate<String> key) {
        Map<String, V> selected = new TreeMap<>(all);
        selected.keySet().removeIf(key.negate());
        return selected;
    }

    private static Map<String, String> renamed(Map<String, String> wanted, Map<String, String> actual) {
        return select(wanted, id -> actual.containsKey(id) && !actual.get(id).equals(wanted.get(id)));
    }

    private static <T> Set<T> minus(Collection<T> from, Collection<T> without, Predicate<T> which) {
        Set<T> rest = from.stream().filter(which).collect(Collectors.toCollection(HashSet::new));
        rest.removeAll(without);
        return rest;
    }

    boolean isNothing() {
        return lines().isEmpty();
    }

    /** One line for each difference, for the report. */
    List<String> lines() {
        return Stream.of(
                lines("Tên đăng nhập đang là của tài khoản khác hoặc sai mẫu", refused, id -> id),
                lines("Thiếu tài khoản", newUsers.keySet(), id -> id),
                lines("Họ tên hoặc thư điện tử của tài khoản chưa đúng", changedUsers.keySet(), id -> id),
                lines("Thừa tài khoản của người đã kết thúc", endedUsers, id -> id),
                lines("Tài khoản chưa ghi kết thúc", endedAccounts, id -> id),
                lines("Thiếu nhóm", newGroups.keySet(), id -> id), lines("Tên nhóm chưa đúng", renamedGroups.keySet(), id -> id),
                lines("Thiếu đơn vị", newTenants.keySet(), id -> id), lines("Tên đơn vị chưa đúng", renamedTenants.keySet(), id -> id),
                lines("Thiếu trong nhóm", missingMemberships, member -> member.userId() + " / " + member.groupId()),
                lines("Thừa trong nhóm", surplusMemberships, member -> member.userId() + " / " + member.groupId()),
                lines("Nhóm chưa được xem việc của đơn vị", missingSights, sight -> sight.groupId() + " / " + sight.unitCode()),
                lines("Nhóm còn xem việc của đơn vị", surplusSights, sight -> sight.groupId() + " / " + sight.unitCode()))
                .flatMap(lines -> lines).toList();
    }

    private static <T> Stream<String> lines(String kind, Collection<T> differences, Function<T, String> words) {
        return differences.stream().map(difference -> kind + ": " + words.apply(difference)).sorted();
    }
}
