package vn.dusinhhoat.access.web;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.access.codes.AccountCodes;
import vn.dusinhhoat.access.codes.AccountList;
import vn.dusinhhoat.access.codes.AccountState;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.Typed;

/** The clerk's page: whose account is in which state, new codes, unlocking. */
@RestController
@RequestMapping("/camunda/api/access")
class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);

    record Chosen(@Typed(value = "tài khoản", as = Typed.Shape.LINE) List<String> userIds) {
    }

    /** Part of a name, a state or null for all, a page from 0. */
    record Wanted(@Typed(value = "tên cần tìm", as = Typed.Shape.LINE) String name, AccountState state, int page) {
    }

    /** Which pages Tasklist offers. */
    record Roles(boolean clerk, boolean administrator) {
    }

    private final AccountList accounts;
    private final AccountCodes codes;
    private final Caller caller;

    AccountController(AccountList accounts, AccountCodes codes, Caller caller) {
        this.accounts = accounts;
        this.codes = codes;
        this.caller = caller;
    }

    @GetMapping("/roles")
    Roles roles() {
        return new Roles(accounts.isForCaller(), caller.isAdministrator());
    }

    /** In the body, as every search for people ({@link vn.dusinhhoat.platform.Search}). */
    @PostMapping("/accounts")
    AccountList.Page find(@RequestBody Wanted wanted) {
        return accounts.find(wanted.name() == null ? "" : wanted.name(), wanted.state(), wanted.page());
    }

    @PostMapping("/accounts/codes")
    List<AccountCodes.Issued> issue(@RequestBody Chosen chosen) {
        if (chosen.userIds() == null || chosen.userIds().contains(null)) {
            throw new RuleViolation("Chưa chọn tài khoản nào: đề nghị chọn tài khoản cần cấp mã.");
        }
        List<AccountCodes.Issued> issued = codes.issue(chosen.userIds());
        LOG.info("{} one-time codes issued", issued.size());
        return issued;
    }

    @PostMapping("/accounts/{userId}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String userId) {
        codes.unlock(userId);
        LOG.info("1 account unlocked");
    }
}
