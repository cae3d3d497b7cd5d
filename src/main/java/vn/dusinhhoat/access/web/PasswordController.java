package vn.dusinhhoat.access.web;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.access.codes.AccountCodes;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.Typed;

/** For people who cannot log in yet: a password in exchange for a one-time code. */
@RestController
class PasswordController {

    private static final String DOES_NOT_FIT = "Tên đăng nhập hoặc mã không đúng, hoặc mã đã hết hạn:"
            + " đề nghị cán bộ văn phòng cấp mã mới.";
    private static final int LONGEST = 256;

    record Request(@Typed(value = "tên đăng nhập", as = Typed.Shape.LINE) String userId,
                   @Typed(value = "mã", as = Typed.Shape.LINE) String code,
                   @Typed(value = "mật khẩu", as = Typed.Shape.EXACT) String password) {
    }

    private final AccountCodes codes;

    PasswordController(AccountCodes codes) {
        this.codes = codes;
    }

    @PostMapping("/account/password")
    ResponseEntity<Void> setPassword(@RequestBody Request request) {
        if (tooLong(request.userId()) || tooLong(request.code()) || request.password() == null
                || !codes.redeem(request.userId().strip().toLowerCase(Locale.ROOT), request.code(), request.password())) {
            throw new RuleViolation(DOES_NOT_FIT);
        }
        return ResponseEntity.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static boolean tooLong(String text) {
        return text == null || text.length() > LONGEST;
    }
}
