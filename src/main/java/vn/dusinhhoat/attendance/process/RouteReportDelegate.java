package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.ReportRoute;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.platform.CallableFromModel;

/** Finds limit and receiver of the report (III.1b, III.2c, ruling A1). */
@Component("routeReport")
@CallableFromModel
class RouteReportDelegate implements JavaDelegate {

    private final Visits visits;

    RouteReportDelegate(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReportRoute route = visits.routeReport(AttendanceProcess.visitId(execution));
        execution.setVariable("reportPath", route.path().name());
        execution.setVariable("receiverGroup", route.receiver().groupId());
        execution.setVariable("staffGroups", String.join(",", route.staff()));
        execution.setVariable("leaderReports", route.leader());
        execution.setVariable("levelAbove", route.above());
    }
}
