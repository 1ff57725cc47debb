package dev.parityguard.examples.quarkus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Orders over HTTP. */
@Path("/orders")
public final class OrderResource {
    private final Orders orders;
    private final Receipts receipts;
    private final Jobs jobs;

    OrderResource(Orders orders, Receipts receipts, Jobs jobs) {
        this.orders = orders;
        this.receipts = receipts;
        this.jobs = jobs;
    }

    /** Stores the order, uploads its receipt, and leaves the rest to a job. */
    @POST
    public Response place(NewOrder wanted) {
        Order order = orders.add(wanted.goods());
        receipts.upload(order);
        jobs.add(order);
        return Response.created(URI.create("/orders/" + order.id()))
                .entity(order)
                .build();
    }

    /** The order of that number. */
    @GET
    @Path("/{id}")
    public Order order(long id) {
        return orders.find(id).orElseThrow(NotFoundException::new);
    }

    /** Its receipt. */
    @GET
    @Path("/{id}/receipt")
    public String receipt(long id) {
        return receipts.of(order(id));
    }
}
