package org.openhersys.notification.question;

import java.util.List;

/** 質問の一覧: all questions about a notification, in the order they were asked. */
public record Questions(List<Question> items) {}
