package vn.dusinhhoat.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of a bundle that came into force, with its origin. The newest row of a bundle says what runs. */
@Entity
@Table(name = "model_release")
class ModelRelease {

    /** Where a version comes from. */
    enum Origin { RELEASE, ADMIN }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String bundle;
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "content_hash")
    private String contentHash;
    @Enumerated(EnumType.STRING)
    private Origin origin;
    @Column(name = "deployment_id")
    private String deploymentId;
    private String author;
    private Instant at;

    protected ModelRelease() {
    }

    ModelRelease(Bundle bundle, Origin origin, String deploymentId, String author, Instant at) {
        this.bundle = bundle.id();
        this.contentHash = bundle.contentHash();
        this.origin = origin;
        this.deploymentId = deploymentId;
        this.author = author;
        this.at = at;
    }

    String contentHash() {
        return contentHash;
    }

    String deploymentId() {
        return deploymentId;
    }

    Origin origin() {
        return origin;
    }
}
