package vn.dusinhhoat.revision;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ModelReleases extends Repository<ModelRelease, Long> {

    ModelRelease saveAndFlush(ModelRelease release);

    Optional<ModelRelease> findFirstByBundleOrderByIdDesc(String bundle);

    /** The last version of the bundle that a release brought, whether or not it still runs. */
    Optional<ModelRelease> findFirstByBundleAndOriginOrderByIdDesc(String bundle, ModelRelease.Origin origin);
}
