package vn.dusinhhoat.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.platform.StartupStep;

/** Groups, rights and Tasklist filters of every installation, and its first administrator. */
@Component
@Order(StartupStep.ACCESS)
class AccessSetup implements StartupStep {

    private final Accounts accounts;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identities;
    private final InstallationProperties installation;

    AccessSetup(Accounts accounts, AuthorizationService authorizations, FilterService filters, TaskService tasks,
                IdentityService identities, InstallationProperties installation) {
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.identities = identities;
        this.installation = installation;
    }

    @Override
    @Transactional
    public void run() {
        for (SystemGroup group : SystemGroup.values()) {
            accounts.saveGroup(group.id(), group.label());
        }
        grantAdministrators();
        grantMembers();
        grantStaff();
        grantSupervisors();
        createFilters();
        createFirstAdministrator();
    }

    private void grantAdministrators() {
        Arrays.stream(Resources.values())
                .forEach(resource -> grant(SystemGroup.ADMINISTRATORS, resource, "*", Permissions.ALL));
    }

    private void grantMembers() {
        grant(SystemGroup.MEMBERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(SystemGroup.MEMBERS, Resources.FILTER, "*", Permissions.READ);
    }

    /** Which communes somebody may extend for is checked by the process itself. */
    private void grantStaff() {
        grant(SystemGroup.STAFF, Resources.PROCESS_DEFINITION, "limit-extension", ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grant(SystemGroup.STAFF, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }

    /** No history: the engine's lists of what is over cannot leave out some people's lateness (ruling B5). The board tells each story. */
    private void grantSupervisors() {
        grant(SystemGroup.SUPERVISORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(SystemGroup.SUPERVISORS, Resources.PROCESS_DEFINITION, "*", ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK);
        grant(SystemGroup.SUPERVISORS, Resources.PROCESS_INSTANCE, "*", Permissions.READ);
        grant(SystemGroup.SUPERVISORS, Resources.DECISION_DEFINITION, "*", Permissions.READ);
    }

    private void grant(SystemGroup group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations.createAuthorizationQuery()
                .groupIdIn(group.id()).resourceType(resource).resourceId(resourceId).singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group.id());
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    private void createFilters() {
        createFilter("Việc của tôi", 10, mine());
        createFilter("Việc chung chưa có người nhận", 20, tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned().orderByDueDate().asc());
        createFilter("Đến hạn hôm nay", 30, mine().dueAfterExpression("${dateTime().withTimeAtStartOfDay()}")
                .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(1)}"));
        createFilter("Quá hạn", 40, mine().dueBeforeExpression("${now()}"));
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}").orderByDueDate().asc();
    }

    private void createFilter(String name, int priority, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of("priority", priority, "refresh", true));
        filters.saveFilter(filter);
    }

    private void createFirstAdministrator() {
        if (accounts.administratorExists()) {
            return;
        }
        InstallationProperties.FirstAdmin admin = installation.firstAdmin();
        String password = Boolean.TRUE.equals(installation.sample().enabled()) && admin.password() == null
                ? installation.sample().password() : admin.password();
        if (password == null || password.isBlank()) {
            throw new StartupRefused("Chưa có tài khoản quản trị: đặt mật khẩu đầu tiên trong"
                    + " dusinhhoat.first-admin.password (tệp bí mật) rồi khởi động lại.");
        }
        if (!identities.checkPasswordAgainstPolicy(password).isValid()) {
            throw new StartupRefused("Mật khẩu trong dusinhhoat.first-admin.password quá yếu: dùng ít nhất 12 ký tự,"
                    + " không dùng mật khẩu thông dụng, rồi khởi động lại.");
        }
        accounts.createUser(admin.id(), "Quản trị hệ thống", password, List.of(SystemGroup.ADMINISTRATORS.id()));
    }
}
