package vn.dusinhhoat.organization.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.organization.LookupPage;
import vn.dusinhhoat.organization.LookupScope;
import vn.dusinhhoat.organization.OrganizationLookup;
import vn.dusinhhoat.organization.OrganizationLookup.Hit;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.Search;

/** Look-ups for the fields of forms, within what the caller may see. */
@RestController
@RequestMapping("/camunda/api/organization")
class LookupController {

    private final OrganizationLookup lookup;
    private final Caller caller;

    LookupController(OrganizationLookup lookup, Caller caller) {
        this.lookup = lookup;
        this.caller = caller;
    }

    @GetMapping("/communes")
    LookupPage<Hit> communes(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int page) {
        return lookup.units(scope(), UnitLevel.COMMUNE, name, page);
    }

    @GetMapping("/cells")
    LookupPage<Hit> cells(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int page) {
        return lookup.units(scope(), UnitLevel.CELL, name, page);
    }

    @PostMapping("/people")
    LookupPage<Hit> people(@RequestBody Search search) {
        return lookup.people(scope(), search.name(), search.page());
    }

    private LookupScope scope() {
        return new LookupScope(caller.isAdministrator(), caller.unitCodes());
    }
}
