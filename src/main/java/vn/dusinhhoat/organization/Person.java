package vn.dusinhhoat.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** A Party member who has a duty or receives reports. */
@Entity
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String code;
    @Column(name = "full_name")
    private String fullName;
    @Column(name = "user_id")
    private String userId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "home_cell_id")
    private PartyUnit homeCell;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    protected Person() {
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String fullName() {
        return fullName;
    }

    /** Id of the person's account, which may not exist yet; null for who needs none. */
    public String userId() {
        return userId;
    }

    /** The cell the person belongs to; never the cell of a visit (II.2d). */
    public PartyUnit homeCell() {
        return homeCell;
    }
}
