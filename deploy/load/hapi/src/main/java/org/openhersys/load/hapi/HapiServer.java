package org.openhersys.load.hapi;

import ca.uhn.fhir.jpa.sched.BaseSchedulerServiceImpl;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Serves FHIR R4 below {@code /fhir} on the loopback address. The environment says where: {@code
 * HAPI_PORT}, {@code HAPI_JDBC_URL}, {@code HAPI_USER}, {@code HAPI_PASSWORD}. The tables are made
 * in an empty database.
 */
public final class HapiServer {
  private HapiServer() {}

  /** Starts it; it runs until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    // Jobs clean up and index anew, and would hold a transaction open when the process is halted.
    System.setProperty(BaseSchedulerServiceImpl.SCHEDULING_DISABLED, "true");
    var context = new AnnotationConfigApplicationContext(HapiConfiguration.class);
    int port = Integer.parseInt(System.getenv("HAPI_PORT"));
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    ServletContextHandler handler = new ServletContextHandler("/");
    handler.addServlet(new ServletHolder(context.getBean(RestfulServer.class)), "/fhir/*");
    server.setHandler(handler);
    server.setStopAtShutdown(true);
    context.registerShutdownHook();
    server.start();
  }
}
