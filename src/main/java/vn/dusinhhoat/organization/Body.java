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

/** A body of a Party organisation, for instance the Thường trực of a commune's committee. */
@Entity
public class Body {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    private PartyUnit unit;
    @Enumerated(EnumType.STRING)
    private BodyKind kind;
    private String name;
    @Column(name = "group_id")
    private String groupId;

    protected Body() {
    }

    public Long id() {
        return id;
    }

    public PartyUnit unit() {
        return unit;
    }

    public BodyKind kind() {
        return kind;
    }

    /** Official name, for instance "Thường trực Đảng ủy xã Kim Liên". */
    public String name() {
        return name;
    }

    /** Id of the group that carries the body's tasks. */
    public String groupId() {
        return groupId;
    }
}
