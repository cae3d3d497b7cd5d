package vn.dusinhhoat.organization;

import java.time.LocalDate;
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

        Optional<PartyUnit> findByCode(String code);

        long count();
    }

    interface People extends Repository<Person, Long> {

        @EntityGraph(attributePaths = "homeCell")
        Optional<Person> findById(Long id);

        Optional<Person> findByUserId(String userId);
    }

    interface Posts extends Repository<Post, Long> {

        @Query("""
                select p from Post p join fetch p.unit
                where p.person.id = :personId and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)
                order by p.validFrom, p.id""")
        List<Post> heldBy(Long personId, LocalDate day);
    }

    interface Bodies extends Repository<Body, Long> {

        Optional<Body> findById(Long id);

        @Query("select b from Body b where b.unit.id = :unitId and b.kind = :kind")
        Optional<Body> of(Long unitId, BodyKind kind);

        @Query(nativeQuery = true, value = """
                select count(*) from body_member
                where body_id = :bodyId and valid_from <= :day and (valid_to is null or valid_to >= :day)""")
        long members(Long bodyId, LocalDate day);
    }
}
