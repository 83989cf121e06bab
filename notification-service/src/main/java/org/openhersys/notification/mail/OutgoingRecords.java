package org.openhersys.notification.mail;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The outbox as the mailer works on it. Times are the database's, so that several mailers need not
 * agree on theirs. Each statement is a transaction of its own: none is open while a mail server is
 * spoken to.
 */
@Singleton
class OutgoingRecords {
  /**
   * Why a mail is parked whose recipient has set no address; told apart, because it mends itself.
   */
  static final String NO_ADDRESS = "NO_ADDRESS";

  /**
   * Takes the mail that is due longest. It is this mailer's until the lease is over; should the
   * mailer die, another takes it then.
   */
  Optional<OutgoingMail> claim(Handle handle, Duration lease) {
    return handle
        .createQuery(
            """
            with due as (
              select id from notification.mail where state = 'WAITING' and next_attempt_at <= now()
              order by next_attempt_at limit 1 for update skip locked
            ), claimed as (
              update notification.mail m
              set attempts = m.attempts + 1, next_attempt_at = now() + make_interval(secs => :lease)
              from due where m.id = due.id
              returning m.*
            )
            select c.id, c.kind, c.subject_id, c.smartphone_entry_id, c.attempts, o.name, s.mail_address
            from claimed c
            left join identity.organisation_directory o on o.id = c.recipient_organisation_id
            left join identity.organisation_settings s on s.organisation_id = c.recipient_organisation_id
            """)
        .bind("lease", seconds(lease))
        .map(
            (row, context) ->
                new OutgoingMail(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("subject_id", UUID.class),
                    row.getString("smartphone_entry_id"),
                    row.getInt("attempts"),
                    row.getString("name"),
                    row.getString("mail_address")))
        .findOne();
  }

  /** The server has it. Marked whoever holds the claim by now: it must not go out again. */
  void sent(Handle handle, OutgoingMail mail) {
    handle
        .createUpdate(
            "update notification.mail set state = 'SENT', sent_at = now(), failure = null where id = :id and state <> 'SENT'")
        .bind("id", mail.id())
        .execute();
  }

  /** It failed, and is tried again after the pause. */
  void postpone(Handle handle, OutgoingMail mail, String failure, Duration pause) {
    handle
        .createUpdate(
            """
            update notification.mail set failure = :failure, next_attempt_at = now() + make_interval(secs => :pause)
            where id = :id and attempts = :attempts and state = 'WAITING'
            """)
        .bind("id", mail.id())
        .bind("attempts", mail.attempts())
        .bind("failure", failure)
        .bind("pause", seconds(pause))
        .execute();
  }

  /** The server could not be spoken to: that was no attempt of this mail's. */
  void giveBack(Handle handle, OutgoingMail mail, String failure) {
    handle
        .createUpdate(
            """
            update notification.mail set failure = :failure, attempts = attempts - 1, next_attempt_at = now()
            where id = :id and attempts = :attempts and state = 'WAITING'
            """)
        .bind("id", mail.id())
        .bind("attempts", mail.attempts())
        .bind("failure", failure)
        .execute();
  }

  /** It will not get better by itself. */
  void park(Handle handle, OutgoingMail mail, String failure) {
    handle
        .createUpdate(
            """
            update notification.mail set state = 'PARKED', failure = :failure
            where id = :id and attempts = :attempts and state = 'WAITING'
            """)
        .bind("id", mail.id())
        .bind("attempts", mail.attempts())
        .bind("failure", failure)
        .execute();
  }

  /**
   * Some mails of organisations that have set an address since; older ones would tell what is known
   * by now.
   *
   * @return how many wait again
   */
  int revive(Handle handle, Duration youngerThan, int most) {
    return handle
        .createUpdate(
            """
            update notification.mail set state = 'WAITING', failure = null, next_attempt_at = now() where id in (
              select m.id from notification.mail m
              join identity.organisation_settings s on s.organisation_id = m.recipient_organisation_id and s.mail_address is not null
              where m.state = 'PARKED' and m.failure = 'NO_ADDRESS' and m.created_at > now() - make_interval(secs => :age)
              limit :most for update of m skip locked)
            """)
        .bind("age", seconds(youngerThan))
        .bind("most", most)
        .execute();
  }

  /**
   * Forgets some of what is in that state and was sent, or if it never was, posted longer ago than
   * that.
   *
   * @return how many are forgotten
   */
  int forget(Handle handle, MailState state, Duration age, int most) {
    return handle
        .createUpdate(
            """
            delete from notification.mail where id in (
              select id from notification.mail
              where state = :state and created_at < now() - make_interval(secs => :age)
                and coalesce(sent_at, created_at) < now() - make_interval(secs => :age)
              order by created_at limit :most for update skip locked)
            """)
        .bind("state", state.name())
        .bind("age", seconds(age))
        .bind("most", most)
        .execute();
  }

  /** How many are parked for another reason than that the recipient has no address. */
  int parked(Handle handle) {
    return handle
        .createQuery(
            "select count(*) from notification.mail where state = 'PARKED' and failure <> 'NO_ADDRESS'")
        .mapTo(Integer.class)
        .one();
  }

  /** Since when the oldest waits. */
  Optional<OffsetDateTime> oldestWaiting(Handle handle) {
    return handle
        .createQuery("select min(created_at) from notification.mail where state = 'WAITING'")
        .mapTo(OffsetDateTime.class)
        .findOne();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
