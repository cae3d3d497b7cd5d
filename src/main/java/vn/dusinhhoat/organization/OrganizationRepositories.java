package vn.dusinhhoat.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tables of this context; nobody outside reads them. */
final class OrganizationRepositories {

    private OrganizationRepositories() {
    }

    interface Units extends Repository<PartyUnit, Long> {

        Optional<PartyUnit> findById(Long id);

        @Query("select u from PartyUnit u left join fetch u.parent where u.id in :ids")
        List<PartyUnit> withParents(Collection<Long> ids);

        Optional<PartyUnit> findByCode(String code);

        long count();

        @Query(nativeQuery = true, value = """
                select name from unit_name where unit_id = :unitId and valid_from <= :day
                order by valid_from desc limit 1""")
        Optional<String> nameOn(Long unitId, LocalDate day);
    }

    interface People extends Repository<Person, Long> {

        @EntityGraph(attributePaths = "homeCell")
        Optional<Person> findById(Long id);

        @EntityGraph(attributePaths = "homeCell")
        List<Person> findByIdIn(Collection<Long> ids);

        Optional<Person> findByUserId(String userId);

        List<Person> findByUserIdIn(Collection<String> userIds);

        @Query(nativeQuery = true, value = """
                select count(*) from person_exemption where person_id = :personId
                and valid_from <= :day and (valid_to is null or valid_to >= :day)""")
        long exemptions(Long personId, LocalDate day);
    }

    interface Posts extends Repository<Post, Long> {

        @Query("""
                select p from Post p join fetch p.unit
                where p.person.id = :personId and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)
                      and (p.person.endedOn is null or p.person.endedOn >= :day)
                order by p.validFrom, p.id""")
        List<Post> heldBy(Long personId, LocalDate day);
    }

    interface Bodies extends Repository<Body, Long> {

        Optional<Body> findById(Long id);

        @Query("select b from Body b where b.unit.id = :unitId and b.kind = :kind")
        Optional<Body> of(Long unitId, BodyKind kind);

        @Query(nativeQuery = true, value = """
                select count(*) from body_member m join person p on p.id = m.person_id
                where m.body_id = :bodyId and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
                      and (p.ended_on is null or p.ended_on >= :day)""")
        long members(Long bodyId, LocalDate day);

        @Query(nativeQuery = true, value = """
                select count(*) from body_member where body_id = :bodyId and person_id = :personId
                and valid_from <= :day and (valid_to is null or valid_to >= :day)""")
        long memberships(Long bodyId, Long personId, LocalDate day);
    }
}
