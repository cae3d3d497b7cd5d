package vn.dusinhhoat.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** A post of a person at a unit, from the date of its decision on. */
@Entity
public class Post {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Person person;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    private PartyUnit unit;
    @Enumerated(EnumType.STRING)
    private PostKind kind;
    private String title;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;

    protected Post() {
    }

    public PartyUnit unit() {
        return unit;
    }

    public PostKind kind() {
        return kind;
    }

    /** Title as in the decision, for instance "Ủy viên Ban Chấp hành Đảng bộ tỉnh". */
    public String title() {
        return title;
    }
}
