package org.openhersys.notification.submission;

import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.ContractComparison;
import org.openhersys.notification.batch.BatchesResource;
import org.openhersys.notification.catalogue.FormsResource;
import org.openhersys.notification.check.ChecksResource;
import org.openhersys.notification.dailycount.AreaCountsResource;
import org.openhersys.notification.dailycount.DailyCountsResource;
import org.openhersys.notification.draft.DraftsResource;
import org.openhersys.notification.fax.FaxWorkResource;
import org.openhersys.notification.fax.FaxesResource;
import org.openhersys.notification.mail.MailsResource;
import org.openhersys.notification.print.PrintResource;
import org.openhersys.notification.progress.ProgressResource;
import org.openhersys.notification.quality.QualityChecksResource;
import org.openhersys.notification.quality.QualityQueriesResource;
import org.openhersys.notification.question.QuestionsResource;
import org.openhersys.notification.revision.RevisionsResource;
import org.openhersys.notification.revision.SupplementResource;
import org.openhersys.notification.setaside.FindingsResource;
import org.openhersys.notification.sheet.ConfirmationResource;
import org.openhersys.notification.succession.SuccessorResource;
import org.openhersys.notification.validation.ValidationsResource;
import org.openhersys.notification.withdrawal.WithdrawalResource;
import org.openhersys.notification.worklist.WorkListResource;

class ContractConformityTest {

  @Test
  void theServiceIsWhatTheContractSays() {
    ContractComparison.compare(
        "notification",
        NotificationsResource.class,
        MailsResource.class,
        WorkListResource.class,
        ConfirmationResource.class,
        QuestionsResource.class,
        QualityChecksResource.class,
        QualityQueriesResource.class,
        SupplementResource.class,
        SuccessorResource.class,
        WithdrawalResource.class,
        RevisionsResource.class,
        FindingsResource.class,
        DraftsResource.class,
        BatchesResource.class,
        FaxesResource.class,
        FaxWorkResource.class,
        ValidationsResource.class,
        FormsResource.class,
        ChecksResource.class,
        ReceiptResource.class,
        ProgressResource.class,
        PrintResource.class,
        DailyCountsResource.class,
        AreaCountsResource.class);
  }
}
