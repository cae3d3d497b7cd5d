package vn.dusinhhoat.attendance.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.VisitList;
import vn.dusinhhoat.attendance.VisitList.Line;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.NotFound;

/** The caller as a visitor. */
@Component
class OwnVisits {

    private final VisitList visits;
    private final Organization organization;
    private final Caller caller;

    OwnVisits(VisitList visits, Organization organization, Caller caller) {
        this.visits = visits;
        this.organization = organization;
        this.caller = caller;
    }

    /** The caller's visit; another's does not exist: 404. */
    Line require(Long id) {
        return visits.find(caller.userId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * The caller's person.
     *
     * @throws NotFound when the account belongs to nobody who attends meetings, for instance an administrator
     */
    Long personId() {
        return organization.personOfUser(caller.userId())
                .orElseThrow(() -> new NotFound("Tài khoản này không gắn với đồng chí nào có nhiệm vụ dự sinh hoạt.")).id();
    }
}
