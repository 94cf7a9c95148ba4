"""Schedules: those that Airflow takes, then those that it does not."""
from aqueduct import Client, op

client = Client()


@op
def one():
    return 1


value = one()
client.publish_flow('good 01', artifacts=[value], schedule='00 8 3 Jan,Apr,Jul,Oct *')
client.publish_flow('good 02', artifacts=[value], schedule='0 0 */1 * 5')
client.publish_flow('good 03', artifacts=[value], schedule='0 0 31 2/2 *')
client.publish_flow('good 04', artifacts=[value], schedule='0 0 * * 7')
client.publish_flow('good 05', artifacts=[value], schedule='0 0 * * FRI-SUN')
client.publish_flow('good 06', artifacts=[value], schedule='0 0 * * 5-7')
client.publish_flow('good 07', artifacts=[value], schedule='0 0 L * *')
client.publish_flow('good 08', artifacts=[value], schedule='0 0 * * 5#3')
client.publish_flow('good 09', artifacts=[value], schedule='0 0 * * L5')
client.publish_flow('good 10', artifacts=[value], schedule='0 0 29 2 *')
client.publish_flow('good 11', artifacts=[value], schedule='  0   3  *  *  * ')
client.publish_flow('good 12', artifacts=[value], schedule='*/15,50 8-10,20 * * 1-5/2')
client.publish_flow('good 13', artifacts=[value], schedule='')
client.publish_flow('good 14', artifacts=[value], schedule='5/15 * * * *')
client.publish_flow('good 15', artifacts=[value], schedule='0 22-2 * * *')
client.publish_flow('good 16', artifacts=[value], schedule='0 0 * * SAT-MON')
client.publish_flow('good 17', artifacts=[value], schedule='0 0 * nov-feb *')
client.publish_flow('good 18', artifacts=[value], schedule='0 8 */80 * *')
client.publish_flow('bad 01', artifacts=[value], schedule='@daily')
client.publish_flow('bad 02', artifacts=[value], schedule='0 0 0 * * *')
client.publish_flow('bad 03', artifacts=[value], schedule='0 0 30 2 *')
client.publish_flow('bad 04', artifacts=[value], schedule='60 * * * *')
client.publish_flow('bad 05', artifacts=[value], schedule='*/0 * * * *')
client.publish_flow('bad 06', artifacts=[value], schedule='0 0 * * FRIDAY')
client.publish_flow('bad 07', artifacts=[value], schedule='0 0 15W * *')
client.publish_flow('bad 08', artifacts=[value], schedule='cron(0 3 * * *)')
client.publish_flow('bad 09', artifacts=[value], schedule='0 0 * * 5L')
client.publish_flow('bad 10', artifacts=[value], schedule='0 0 LW * *')
client.publish_flow('bad 11', artifacts=[value], schedule='0 0 * * 5#L')
client.publish_flow('bad 12', artifacts=[value], schedule='0 0 * * 1,3,5#2')
