package vn.dusinhhoat.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about the organisation as it is on a day. */
@Service
@Transactional(readOnly = true)
public class Organization {

    private final OrganizationRepositories.Units units;
    private final OrganizationRepositories.People people;
    private final OrganizationRepositories.Posts posts;
    private final OrganizationRepositories.Bodies bodies;

    Organization(OrganizationRepositories.Units units, OrganizationRepositories.People people,
                 OrganizationRepositories.Posts posts, OrganizationRepositories.Bodies bodies) {
        this.units = units;
        this.people = people;
        this.posts = posts;
        this.bodies = bodies;
    }

    /** Whether no unit exists at all. */
    public boolean isEmpty() {
        return units.count() == 0;
    }

    /**
     * The unit with this id.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public PartyUnit unit(Long id) {
        return units.findById(id).orElseThrow();
    }

    public Optional<PartyUnit> unitByCode(String code) {
        return units.findByCode(code);
    }

    /**
     * The unit's official name on the day: reports keep the name of their time (situation C13).
     *
     * @throws java.util.NoSuchElementException when there is no such unit
     */
    public String nameOf(Long unitId, LocalDate day) {
        return units.nameOn(unitId, day).orElseGet(() -> unit(unitId).name());
    }

    /** The unit itself, or after its end whoever took over, and after that one's end the next (situation C13). */
    public PartyUnit inForce(Long unitId, LocalDate day) {
        PartyUnit unit = unit(unitId);
        while (!unit.existsOn(day) && unit.successor() != null) {
            unit = unit.successor();
        }
        return unit;
    }

    /** Whether the person owes nothing on the day because of an exemption or suspension (situation C18). */
    public boolean isExempt(Long personId, LocalDate day) {
        return people.exemptions(personId, day) > 0;
    }

    /**
     * The person with this id, home cell included.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public Person person(Long id) {
        return people.findById(id).orElseThrow();
    }

    /** Many people at once, home cells included; unknown ones are left out. */
    public List<Person> people(Collection<Long> ids) {
        return people.findByIdIn(ids);
    }

    /** Many units at once, each with the one directly above; unknown ones are left out. */
    public List<PartyUnit> units(Collection<Long> ids) {
        return units.withParents(ids);
    }

    public Optional<Person> personOfUser(String userId) {
        return people.findByUserId(userId);
    }

    /** Full names by login, of those who are people: an administrator's login may belong to nobody. */
    public Map<String, String> namesOfUsers(Collection<String> userIds) {
        return people.findByUserIdIn(userIds).stream().collect(Collectors.toMap(Person::userId, Person::fullName));
    }

    /** Posts the person holds on the day, oldest first, each with its unit. */
    public List<Post> postsOf(Long personId, LocalDate day) {
        return posts.heldBy(personId, day);
    }

    /**
     * The body with this id.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public Body body(Long id) {
        return bodies.findById(id).orElseThrow();
    }

    /** The body of the unit, if it has one. */
    public Optional<Body> bodyOf(Long unitId, BodyKind kind) {
        return bodies.of(unitId, kind);
    }

    /** Whether the person belongs to the body on the day. */
    public boolean isMember(Long bodyId, Long personId, LocalDate day) {
        return bodies.memberships(bodyId, personId, day) > 0;
    }

    /** Whether anybody else than the person belongs to the body on the day. */
    public boolean hasOthers(Long bodyId, Long personId, LocalDate day) {
        return bodies.members(bodyId, day) > bodies.memberships(bodyId, personId, day);
    }
}
